/** Experts in workbooks (.xlsx). */
package cn.qifeng.evaluation.expert.sheet;
