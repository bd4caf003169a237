/** Evaluation hall (评标厅): members of a panel see, hear and write to one another; supervisor and notary watch. */
package cn.qifeng.evaluation.hall;
