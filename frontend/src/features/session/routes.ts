import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/login', name: 'login', component: () => import('./LoginPage.vue') },
  { path: '/invitation', name: 'invitation', component: () => import('./InvitationPage.vue') },
]
