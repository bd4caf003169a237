import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/handovers',
    name: 'handovers',
    component: () => import('./HandoversPage.vue'),
    meta: { login: true, title: 'handover.title' },
  },
]
