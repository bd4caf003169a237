/** The wall over HTTP. */
package cn.qifeng.evaluation.wall.web;
