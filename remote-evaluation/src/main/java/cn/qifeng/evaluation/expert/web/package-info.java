/** The pool of experts over HTTP. */
package cn.qifeng.evaluation.expert.web;
