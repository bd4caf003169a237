/** Blind files over HTTP. */
package cn.qifeng.evaluation.blind.web;
