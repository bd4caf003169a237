import type { RouteRecordRaw } from 'vue-router'

const page = (path: string, name: string, component: RouteRecordRaw['component']): RouteRecordRaw =>
  ({ path, name, component, props: true, meta: { login: true, title: 'recording.title' } }) as RouteRecordRaw

export const routes: RouteRecordRaw[] = [
  page('/recordings', 'recordings', () => import('./RecordingsPage.vue')),
  page('/recordings/:id', 'recording', () => import('./PlaybackPage.vue')),
]
