/** Sessions in the database. */
package cn.qifeng.evaluation.panel.persistence;
