/** Use cases of a session until its members may score, and its stages afterwards. */
package cn.qifeng.evaluation.panel.application;
