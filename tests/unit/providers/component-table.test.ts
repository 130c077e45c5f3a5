import { expect, test } from "vitest";
import { componentName } from "../../../utils/core/providers/component-table.ts";

test("a component with the id of a property that every object has is shown by its id", () => {
  expect(componentName("aws", "constructor")).toBe("constructor");
  expect(componentName("aws", "dynamodb")).toBe("DynamoDB");
});
