import { makeStyles, tokens } from '@fluentui/react-components';

const wide = '@media (min-width: 1000px)';
const columns = '64px minmax(0, 2fr) minmax(0, 1.2fr) minmax(0, 1.5fr) minmax(0, 1.5fr) 40px';

/** Columns on a wide screen, one field below the other on a narrow one. */
export const useListStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
  item: {
    minWidth: 0,
    // Rows out of sight are not laid out: writing in a list of hundreds stays quick.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 290px',
    [wide]: { containIntrinsicSize: 'auto 49px' },
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: 'transparent',
  },
  selected: { borderInlineStartColor: tokens.colorCompoundBrandStroke },
  row: {
    display: 'grid',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    gridTemplateColumns: 'minmax(0, 1fr) 40px',
    [wide]: { gridTemplateColumns: columns },
  },
  branchRow: { [wide]: { gridTemplateColumns: '64px minmax(0, 1.2fr) minmax(0, 2fr) 40px' } },
  number: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  kind: { gridColumn: '1 / 2', [wide]: { gridColumn: 'auto' } },
  menu: { gridColumn: '2 / 3', gridRow: '1 / 2', [wide]: { gridColumn: '-2 / -1' } },
  field: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridColumn: '1 / -1',
    minWidth: 0,
    [wide]: { gridColumn: 'auto' },
  },
  span: { [wide]: { gridColumn: 'span 3' } },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, [wide]: { display: 'none' } },
  branchLabel: { [wide]: { display: 'block' } },
  head: {
    display: 'none',
    fontWeight: tokens.fontWeightSemibold,
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: 'transparent',
    [wide]: { display: 'grid', gap: tokens.spacingHorizontalS, gridTemplateColumns: columns },
  },
  notes: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingInlineStart: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    [wide]: { paddingInlineStart: '72px' },
  },
});

/** How far a row stands in from the edge, in pixels; narrow screens have no room for more than a hint. */
export function indentOf(depth: number, isWide: boolean): number {
  return Math.min(depth, 6) * (isWide ? 28 : 10);
}
