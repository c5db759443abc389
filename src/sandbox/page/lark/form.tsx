/** A form in a card: its inputs keep their values until its button sends them. */
import { useEffect, useMemo, useRef, useState } from "react";
import { type CardActions, CardContext, useCard } from "./card-context.ts";
import { Elements } from "./element.tsx";
import { initialOf, inputsOf } from "./form-values.ts";
import type { FormElement } from "./shapes.ts";

export function Form({ form }: { form: FormElement }) {
  const { click } = useCard();
  const inputs = useMemo(() => inputsOf(form.elements), [form.elements]);
  const begin = () => Object.fromEntries(inputs.map((input) => [input.name ?? "", initialOf(input)]));
  const [values, setValues] = useState<Record<string, unknown>>(begin);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [refusals, setRefusals] = useState(0);
  const place = useRef<HTMLFieldSetElement>(null);
  // the button of a long form stands far below what is missing
  useEffect(() => {
    if (refusals > 0) place.current?.querySelector(".wrong")?.scrollIntoView({ block: "center" });
  }, [refusals]);
  const actions: CardActions = {
    click,
    form: {
      values,
      set: (name, value) => {
        setValues((old) => ({ ...old, [name]: value }));
        setMissing((old) => old.filter((other) => other !== name));
      },
      missing,
      submit: (button) => {
        const empty = inputs.filter((input) => input.required === true && isEmpty(values[input.name ?? ""]));
        setMissing(empty.map((input) => input.name ?? ""));
        if (empty.length === 0) click(button, { form: filled(values) });
        else setRefusals((old) => old + 1);
      },
      reset: () => setValues(begin()),
    },
  };
  return (
    <CardContext value={actions}>
      <fieldset className="form" ref={place}>
        <Elements elements={form.elements} />
      </fieldset>
    </CardContext>
  );
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

const filled = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
