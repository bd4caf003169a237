/** The hall in the database. */
package cn.qifeng.evaluation.hall.persistence;
