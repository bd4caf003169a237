/** The session, its stages, its panel and its seats. */
package cn.qifeng.evaluation.panel.domain;
