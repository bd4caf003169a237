/** Draws that anyone can replay (docs/evidence.md section 8). */
package cn.qifeng.trust.draw;
