/** The start of the service's own page. */
import { start } from "./start.tsx";

start();
