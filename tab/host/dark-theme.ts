import { teamsDarkTheme } from '@fluentui/react-components';

export const darkTheme = teamsDarkTheme;
