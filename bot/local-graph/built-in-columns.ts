/** The columns that every list has (`graph.md` 1.5). Only `Title` takes values from a client. */
import type { ColumnDefinition } from './column-definition.ts';
import type { JsonObject } from './json.ts';

function builtIn(name: string, displayName: string, more: JsonObject): ColumnDefinition {
  return {
    columnGroup: 'Base Columns',
    description: '',
    displayName,
    enforceUniqueValues: false,
    hidden: false,
    indexed: false,
    name,
    readOnly: true,
    required: false,
    isDeletable: false,
    ...more,
  };
}

const text = {
  text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
};
const person = {
  personOrGroup: { allowMultipleSelection: false, chooseFromType: 'peopleAndGroups', displayAs: 'nameWithPresence' },
};
const dateTime = { dateTime: { displayAs: 'default', format: 'dateTime' } };

export const builtInColumns: readonly ColumnDefinition[] = [
  builtIn('Title', 'Title', { ...text, required: true, readOnly: false }),
  builtIn('_ComplianceFlags', 'Label setting', {}),
  builtIn('_ComplianceTag', 'Retention label', {}),
  builtIn('_ComplianceTagWrittenTime', 'Retention label Applied', {}),
  builtIn('_ComplianceTagUserId', 'Label applied by', {}),
  builtIn('LinkTitleNoMenu', 'Title', {}),
  builtIn('LinkTitle', 'Title', {}),
  builtIn('ID', 'ID', { number: { decimalPlaces: 'none', displayAs: 'number' }, indexed: true }),
  builtIn('ContentType', 'Content Type', {}),
  builtIn('Modified', 'Modified', dateTime),
  builtIn('Created', 'Created', dateTime),
  builtIn('Author', 'Created By', person),
  builtIn('Editor', 'Modified By', person),
  builtIn('_UIVersionString', 'Version', text),
  builtIn('Attachments', 'Attachments', {}),
  builtIn('Edit', 'Edit', {}),
  builtIn('DocIcon', 'Type', {}),
  builtIn('ItemChildCount', 'Item Child Count', {}),
  builtIn('FolderChildCount', 'Folder Child Count', {}),
  builtIn('AppAuthor', 'App Created By', {}),
  builtIn('AppEditor', 'App Modified By', {}),
];

/** Computed or kept outside the item's own values. */
export const builtInNames: ReadonlySet<string> = new Set(builtInColumns.map((column) => column.name));

/** `ID` is SharePoint's own key: always indexed, and outside the limit of 20. */
export const maximumIndexes = 20;
