/** Orders of re-reviews over HTTP. */
package cn.qifeng.evaluation.rework.web;
