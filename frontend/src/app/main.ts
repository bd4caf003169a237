import '@/shared/ui/base.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './i18n'
import { rememberLargeType } from '@/shared/i18n/largeType'
import { router } from './router'

rememberLargeType()
createApp(App).use(createPinia()).use(i18n).use(router).mount('#app')
