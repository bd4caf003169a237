/** Makes the vectors that the TypeScript side passes as well. */
package cn.qifeng.trust.vectors;
