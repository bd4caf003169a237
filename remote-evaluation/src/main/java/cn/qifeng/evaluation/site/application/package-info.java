/** Use cases of sites and seats (席位用例). */
package cn.qifeng.evaluation.site.application;
