// Dresses antd in our colours, and gives it our language and type size.
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ThemeConfig } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import type { ReactElement, ReactNode } from 'react';
import { usePreferences } from '../preferences.ts';

export default function Widgets({ children }: { children: ReactNode }): ReactElement {
  const { language, largeType } = usePreferences();
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      theme={theme(largeType)}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  );
}

function theme(largeType: boolean): ThemeConfig {
  return {
    token: {
      colorPrimary: '#a1231a',
      colorInfo: '#a1231a',
      colorLink: '#a1231a',
      colorText: '#241f1a',
      colorTextSecondary: '#574e45',
      colorTextTertiary: '#6b6157',
      colorTextPlaceholder: '#6b6157',
      colorTextDescription: '#6b6157',
      colorBorder: '#b9ac9b',
      colorSplit: '#e4dbce',
      colorBgContainer: '#ffffff',
      colorBgMask: 'rgb(36 31 26 / 45%)',
      borderRadius: 3,
      fontSize: largeType ? 18 : 14,
      controlHeight: largeType ? 46 : 36,
      fontFamily: 'inherit',
      motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
    components: {
      Segmented: {
        trackBg: '#efe8dd',
        itemColor: '#574e45',
        itemSelectedColor: '#8c1d15',
        itemSelectedBg: '#ffffff',
      },
    },
  };
}
