/** Pool of evaluation experts (评标专家库) and the grounds on which one must stay away (回避). */
package cn.qifeng.evaluation.expert;
