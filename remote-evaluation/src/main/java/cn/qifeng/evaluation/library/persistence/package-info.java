/** Replies and faults of the library in the database. */
package cn.qifeng.evaluation.library.persistence;
