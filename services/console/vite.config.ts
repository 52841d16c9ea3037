import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const pages = ['index.html', 'join.html'].map((page) => path.join(import.meta.dirname, page));

export default defineConfig(({ command }) => {
  // A test's NODE_ENV would build React's slow development half into what is served.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    plugins: [react()],
    build: {
      target: 'es2022',
      chunkSizeWarningLimit: 800,
      assetsInlineLimit: 0,
      // What a poster's code leads to stands alone: a phone loads nothing of the console.
      rolldownOptions: { input: pages },
    },
    server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  };
});
