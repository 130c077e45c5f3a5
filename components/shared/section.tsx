import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

type Props = { heading: ComponentChildren; name: string; children: ComponentChildren };

/** One part of a page, under its heading. Tests and style sheets find it by `name`. */
export function Section({ heading, name, children }: Props) {
  const id = useId();
  return (
    <section class={`part ${name}`} aria-labelledby={id} data-testid={name}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}
