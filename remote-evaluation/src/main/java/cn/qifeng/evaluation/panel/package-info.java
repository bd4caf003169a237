/** Evaluation session (评标会) of one lot and its panel: draw, invitation, check-in, declaration, leader. */
package cn.qifeng.evaluation.panel;
