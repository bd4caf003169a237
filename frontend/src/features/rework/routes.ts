import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/lots/:lot/rework',
    name: 'rework',
    component: () => import('./ReworkPage.vue'),
    props: true,
    meta: { login: true, title: 'rework.title' },
  },
]
