import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/tasks', name: 'tasks', component: () => import('./TasksPage.vue'), meta: { login: true } },
]
