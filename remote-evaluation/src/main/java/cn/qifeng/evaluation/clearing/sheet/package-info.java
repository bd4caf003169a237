/** Bills of quantities read from .xlsx as a stream, and findings written as .xlsx. */
package cn.qifeng.evaluation.clearing.sheet;
