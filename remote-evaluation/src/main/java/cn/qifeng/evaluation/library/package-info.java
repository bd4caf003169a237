/** Provincial library of experts (省级综合评标专家库): what it is asked, and what its signed replies are worth. */
package cn.qifeng.evaluation.library;
