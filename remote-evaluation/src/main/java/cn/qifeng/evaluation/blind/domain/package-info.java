/** Blind files, their marks, and how far the check of a session is. */
package cn.qifeng.evaluation.blind.domain;
