/** Sheets and rejections in the database. */
package cn.qifeng.evaluation.scoring.persistence;
