/**
 * Sigma's node program for our discs: a fill, a ring of constant width in px and one opacity for both. A disc is
 * never smaller than the least radius. There is no picking pass: `hit.ts` knows what lies under the pointer.
 */
import type { Attributes } from "graphology-types";
import type Sigma from "sigma";
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { MIN_RADIUS_PX } from "./frame.ts";

export interface DiscAttributes extends Attributes {
  x: number;
  y: number;
  size: number;
  color: string;
  ring: string;
  ringPx: number;
  alpha: number;
  zIndex: number;
  type: "disc";
}

/** Of Sigma's own straight lines between discs. */
export interface LineAttributes extends Attributes {
  size: number;
  color: string;
  type: "line";
  zIndex: number;
}

const VERTEX = /* glsl */ `
attribute vec4 a_color;
attribute vec4 a_ring;
attribute vec2 a_position;
attribute float a_size;
attribute float a_ringPx;
attribute float a_alpha;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_px;
uniform float u_minRadius;
varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_offset;
varying float v_radius;
varying float v_ringPx;
varying float v_alpha;
void main() {
  float radius = max(a_size / u_sizeRatio, u_minRadius);
  // The triangle around a circle of radius + 1 px reaches twice as far.
  vec2 offset = (radius + 1.0) * 2.0 * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + offset * u_px, 1.0)).xy, 0.0, 1.0);
  v_color = a_color;
  v_ring = a_ring;
  v_offset = offset;
  v_radius = radius;
  v_ringPx = min(a_ringPx, radius * 0.4);
  v_alpha = a_alpha;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_offset;
varying float v_radius;
varying float v_ringPx;
varying float v_alpha;
void main() {
  float distance = length(v_offset);
  float cover = 1.0 - smoothstep(v_radius - 0.5, v_radius + 0.5, distance);
  float inner = v_radius - v_ringPx;
  vec3 colour = mix(v_color.rgb, v_ring.rgb, smoothstep(inner - 0.5, inner + 0.5, distance));
  float alpha = cover * v_alpha;
  gl_FragColor = vec4(colour * alpha, alpha);
}`;

type Uniform = "u_matrix" | "u_sizeRatio" | "u_px" | "u_minRadius";

export class DiscProgram extends NodeProgram<Uniform> {
  constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Sigma) {
    super(gl, null, renderer);
  }

  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS: ["u_matrix", "u_sizeRatio", "u_px", "u_minRadius"] as const,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_ring", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_ringPx", size: 1, type: FLOAT },
        { name: "a_alpha", size: 1, type: FLOAT },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  processVisibleItem(_index: number, start: number, data: NodeDisplayData): void {
    // Sigma hands through the attributes of the graph's node beside its own.
    const disc = data as NodeDisplayData & DiscAttributes;
    const { array } = this;
    array[start] = disc.x;
    array[start + 1] = disc.y;
    array[start + 2] = disc.size;
    array[start + 3] = floatColor(disc.color);
    array[start + 4] = floatColor(disc.ring);
    array[start + 5] = disc.ringPx;
    array[start + 6] = disc.alpha;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    // Sigma's correction turns half a CSS pixel into a length before the matrix.
    gl.uniform1f(uniformLocations.u_px, params.correctionRatio * 2);
    gl.uniform1f(uniformLocations.u_minRadius, MIN_RADIUS_PX);
  }
}
