/** Use cases of the library. */
package cn.qifeng.evaluation.library.application;
