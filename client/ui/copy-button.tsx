/** Copies a text and says so in a notice; the words come from outside. */
import { Copy } from "lucide-react";
import { Button } from "./button.tsx";
import { copyWithNotice } from "./clipboard.ts";

interface CopyButtonProps {
  /** Made when the button is pressed. */
  text: () => string;
  label: string;
  copied: string;
  failed: string;
  variant?: "plain" | "quiet";
}

export function CopyButton({ text, label, copied, failed, variant = "quiet" }: CopyButtonProps) {
  return (
    <Button
      variant={variant}
      icon={<Copy aria-hidden />}
      onPress={() => copyWithNotice(text(), copied, failed)}
    >
      {label}
    </Button>
  );
}
