/** Clearing over HTTP. */
package cn.qifeng.evaluation.clearing.web;
