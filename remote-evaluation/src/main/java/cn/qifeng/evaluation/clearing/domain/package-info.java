/** What a priced bill is checked by, in decimal arithmetic, one row after the other. */
package cn.qifeng.evaluation.clearing.domain;
