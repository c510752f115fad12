/** The tooltip of the picture: plain DOM, so that a moving pointer never renders React. */
import "./tip.css";

export interface TipText {
  title: string;
  lines: readonly string[];
}

const GAP_PX = 14;

export class Tip {
  private readonly box = document.createElement("div");
  private readonly container: HTMLElement;

  constructor(container: HTMLElement) {
    this.container = container;
    this.box.className = "tip";
    // The same words are announced for the keyboard and stand in the table.
    this.box.setAttribute("aria-hidden", "true");
    this.box.hidden = true;
    container.append(this.box);
  }

  /** `x` and `y` in CSS pixels of the container. */
  show(text: TipText, x: number, y: number): void {
    const title = document.createElement("strong");
    title.textContent = text.title;
    const lines = text.lines.map((line) => {
      const element = document.createElement("span");
      element.textContent = line;
      return element;
    });
    this.box.replaceChildren(title, ...lines);
    this.box.hidden = false;
    const { clientWidth, clientHeight } = this.container;
    const { offsetWidth, offsetHeight } = this.box;
    const left = x + GAP_PX + offsetWidth > clientWidth ? x - GAP_PX - offsetWidth : x + GAP_PX;
    const top = y + GAP_PX + offsetHeight > clientHeight ? y - GAP_PX - offsetHeight : y + GAP_PX;
    this.box.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
  }

  hide(): void {
    this.box.hidden = true;
  }

  dispose(): void {
    this.box.remove();
  }
}
