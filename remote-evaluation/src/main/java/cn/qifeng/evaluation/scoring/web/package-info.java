/** Scoring over HTTP. */
package cn.qifeng.evaluation.scoring.web;
