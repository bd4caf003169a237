/** Terminals and presences in the database. */
package cn.qifeng.evaluation.terminal.persistence;
