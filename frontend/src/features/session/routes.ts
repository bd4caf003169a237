import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/login', name: 'login', component: () => import('./LoginPage.vue') },
  {
    path: '/account',
    name: 'account',
    component: () => import('./AccountPage.vue'),
    meta: { login: true, title: 'session.own.title' },
  },
  { path: '/invitation', name: 'invitation', component: () => import('./InvitationPage.vue') },
]
