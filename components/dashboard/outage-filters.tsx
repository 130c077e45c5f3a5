import { useId } from "preact/hooks";
import type { MessageKey } from "../../utils/browser/message-key.ts";
import type { Area } from "../../utils/core/providers/region-area.ts";
import { filterChoices, type OutageFilter } from "../../utils/core/view/outage-filter.ts";
import type { Outage } from "../../utils/core/view/outages.ts";
import { Say, useWords } from "../shared/words.tsx";
import { CATEGORY_NAMES } from "./category-names.ts";

const AREA_NAMES: { [area in Area]: MessageKey } = {
  americas: "area.americas",
  europe: "area.europe",
  "middle-east-africa": "area.middleEastAfrica",
  "asia-pacific": "area.asiaPacific",
};

type Props = { outages: Outage[]; filter: OutageFilter; onChange: (filter: OutageFilter) => void };

/** Filters outages by the person's own sites, area and category. A category that all outages share is not offered. */
export function OutageFilters({ outages, filter, onChange }: Props) {
  const { text } = useWords();
  const { areas, categories } = filterChoices(outages);
  const choices = categories
    .map((id) => ({ id, name: text(CATEGORY_NAMES[id] ?? "category.rest") }))
    .sort((one, other) => one.name.localeCompare(other.name));
  return (
    <>
      <label class="choose">
        <input type="checkbox" checked={filter.mine} onChange={(event) => onChange({ ...filter, mine: event.currentTarget.checked })} />
        <Say text="dashboard.onlyMine" />
      </label>
      <div class="filters">
        {areas.length > 0 && (
          <Choice
            label="dashboard.area"
            all="area.all"
            choices={areas.map((id) => ({ id, name: text(AREA_NAMES[id]) }))}
            chosen={filter.area}
            onChoose={(area) => onChange({ ...filter, area: areas.find((known) => known === area) ?? null })}
          />
        )}
        {choices.length > 1 && (
          <Choice
            label="dashboard.category"
            all="category.all"
            choices={choices}
            chosen={filter.category}
            onChoose={(category) => onChange({ ...filter, category })}
          />
        )}
      </div>
    </>
  );
}

type ChoiceProps = {
  label: MessageKey;
  all: MessageKey;
  choices: { id: string; name: string }[];
  chosen: string | null;
  onChoose: (id: string | null) => void;
};

function Choice({ label, all, choices, chosen, onChoose }: ChoiceProps) {
  const { text } = useWords();
  const id = useId();
  return (
    <span class="labelled">
      <label for={id}>
        <Say text={label} />
      </label>
      <select id={id} value={chosen ?? ""} onChange={({ currentTarget: { value } }) => onChoose(value === "" ? null : value)}>
        <option value="">{text(all)}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
    </span>
  );
}
