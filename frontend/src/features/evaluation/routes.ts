import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/evaluation', name: 'evaluation', component: () => import('./SessionsPage.vue'), meta: { login: true } },
  {
    path: '/evaluation/:id',
    name: 'evaluation-session',
    component: () => import('./SessionPage.vue'),
    props: true,
    meta: { login: true },
  },
  {
    path: '/evaluation/:id/clearing',
    name: 'evaluation-clearing',
    component: () => import('./clearing/ClearingPage.vue'),
    props: true,
    meta: { login: true },
  },
]
