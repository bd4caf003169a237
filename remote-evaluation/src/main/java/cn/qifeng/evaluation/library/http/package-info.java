/** The library over HTTP. */
package cn.qifeng.evaluation.library.http;
