import { teamsHighContrastTheme } from '@fluentui/react-components';

export const contrastTheme = teamsHighContrastTheme;
