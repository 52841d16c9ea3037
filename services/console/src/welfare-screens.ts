// Screens of welfare and rights; they stand in the menu where screens.ts puts them.
