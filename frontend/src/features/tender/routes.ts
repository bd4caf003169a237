import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/tenders', name: 'tenders', component: () => import('./TendersPage.vue') },
  { path: '/tenders/:id', name: 'tender', component: () => import('./CasePage.vue') },
  {
    path: '/tenders/:id/draft',
    name: 'tender-draft',
    component: () => import('./DraftPage.vue'),
    meta: { login: true },
  },
]
