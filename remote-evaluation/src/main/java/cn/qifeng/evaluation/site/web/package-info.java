/** Sites and seats over HTTP. */
package cn.qifeng.evaluation.site.web;
