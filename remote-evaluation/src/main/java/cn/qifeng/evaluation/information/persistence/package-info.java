/** Information for a panel in the database. */
package cn.qifeng.evaluation.information.persistence;
