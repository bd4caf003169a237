import type { RouteRecordRaw } from 'vue-router'

/** Three consoles without a shared page (三员分立); none shows bids. */
export const routes: RouteRecordRaw[] = [
  {
    path: '/console/system',
    name: 'console-system',
    component: () => import('./SystemPage.vue'),
    meta: { login: true, title: 'nav.system' },
  },
  {
    path: '/console/security',
    name: 'console-security',
    component: () => import('./SecurityPage.vue'),
    meta: { login: true, title: 'nav.security' },
  },
  {
    path: '/console/audit',
    name: 'console-audit',
    component: () => import('./AuditPage.vue'),
    meta: { login: true, title: 'nav.audit' },
  },
]
