/** Clearing of the opened bids' priced bills against the tender's bill: findings for people, never a decision. */
package cn.qifeng.evaluation.clearing;
