/** The sandbox library over HTTP. */
package cn.qifeng.evaluation.province.web;
