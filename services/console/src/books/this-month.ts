import dayjs from 'dayjs';

export const thisMonth = (): string => dayjs().format('YYYY-MM');
